"use server";
import { refresh } from "next/cache";
import { removeView } from "@/lib/commands/table/remove-view";
import { saveView } from "@/lib/commands/table/save-view";
import { formAction } from "@/lib/web/form-action";

// The answer of each carries the page anew, with the views there are now.
export const saveViewAction = formAction(saveView, () => {
  refresh();
  return null;
});

export const removeViewAction = formAction(removeView, () => {
  refresh();
  return null;
});
