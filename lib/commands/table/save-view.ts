import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/shared/command";
import { lockPerson } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";
import { maxViews, savedView } from "@/lib/domain/table/saved-view";

/**
 * Saves a view of the table under a name, for its owner alone. A view with this name is replaced; `viewId` renames an
 * existing one. Refuses `invalid` when there are too many, or when another view has the name.
 */
export const saveView = command({
  permission: "view.keep",
  input: savedView,
  subject: (tx, input) => lockPerson(tx, input.personId),

  async run({ tx, input: { personId, viewId, name, query }, now }) {
    const views = await tx.savedView.findMany({
      where: { personId },
      select: { id: true, name: true },
    });
    const namesake = views.find((view) => view.name === name);
    const renamed = views.find((view) => view.id === viewId);
    if (viewId !== null && !renamed) refuse({ code: "not_found" });
    if (renamed && namesake && namesake.id !== renamed.id) {
      refuse({ code: "invalid", fields: { name: [{ key: "name_taken" }] } });
    }
    const replaced = renamed ?? namesake;
    if (!replaced && views.length >= maxViews) {
      refuse({ code: "invalid", fields: { name: [{ key: "too_many_views", limit: maxViews }] } });
    }
    const id = replaced?.id ?? randomUUID();
    await tx.savedView.upsert({
      where: { id },
      create: { id, personId, name, query, at: now },
      update: { name, query, at: now },
    });
    return { value: { viewId: id }, entry: null };
  },
});
