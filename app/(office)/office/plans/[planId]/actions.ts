"use server";
import { redirect } from "next/navigation";
import { createProject } from "@/lib/commands/record/create-project";
import { formAction } from "@/lib/web/form-action";

export const createProjectAction = formAction(createProject, ({ projectId }): null => {
  redirect(`/office/projects/${projectId}`);
});
