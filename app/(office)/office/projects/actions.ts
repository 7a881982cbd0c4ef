"use server";
import { refresh } from "next/cache";
import { removeView } from "@/lib/commands/table/remove-view";
import { saveView } from "@/lib/commands/table/save-view";
import { formAction } from "@/lib/web/form-action";

// Each answer refreshes the page with the current views.
export const saveViewAction = formAction(saveView, () => {
  refresh();
  return null;
});

export const removeViewAction = formAction(removeView, () => {
  refresh();
  return null;
});
