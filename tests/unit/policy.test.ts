import { describe, expect, test } from "vitest";
import {
  type Actor,
  holds,
  ownCityIds,
  ownCountryCodes,
  type SignedIn,
} from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import type { Grant } from "@/lib/domain/people/roles";

const person = (...grants: Grant[]): SignedIn => ({
  kind: "signed_in",
  personId: "me",
  sessionId: "session",
  name: "Somebody",
  grants,
});

const phuket = { cityId: "phuket" };
const editor = person({ role: "editor", ...phuket });
const lead = person({ role: "lead", ...phuket });
const representative = person({ role: "representative", countryCode: "TH" });
const reviewer = person({ role: "reviewer" });
const administrator = person({ role: "administrator" });
const nobody = person();
const everybody = { editor, lead, representative, reviewer, administrator, nobody };

/** Returns the names of those who may. */
const whoMay = (may: (actor: Actor) => boolean) =>
  Object.entries(everybody).flatMap(([name, actor]) => (may(actor) ? name : []));

describe("who may", () => {
  test("edit a draft or begin a project: the staff of the city", () => {
    expect(whoMay((actor) => can(actor, "draft.edit", phuket))).toEqual(["editor", "lead"]);
    expect(whoMay((actor) => can(actor, "project.create", phuket))).toEqual(["editor", "lead"]);
    expect(whoMay((actor) => can(actor, "draft.edit", { cityId: "makassar" }))).toEqual([]);
  });

  test("submit and withdraw: the lead of the city", () => {
    expect(whoMay((actor) => can(actor, "draft.submit", phuket))).toEqual(["lead"]);
    expect(whoMay((actor) => can(actor, "submission.withdraw", phuket))).toEqual(["lead"]);
    expect(whoMay((actor) => can(actor, "draft.submit", { cityId: "makassar" }))).toEqual([]);
  });

  test("comment: everybody whom a submission concerns", () => {
    const of = (countryCode: string) => ({ ...phuket, countryCode });
    expect(whoMay((actor) => can(actor, "submission.comment", of("TH")))).toEqual([
      "editor",
      "lead",
      "representative",
      "reviewer",
    ]);
    const elsewhere = { cityId: "makassar", countryCode: "ID" };
    expect(whoMay((actor) => can(actor, "submission.comment", elsewhere))).toEqual(["reviewer"]);
  });

  test("clear: the representative of the country", () => {
    expect(whoMay((actor) => can(actor, "submission.clear", { countryCode: "TH" }))).toEqual([
      "representative",
    ]);
    expect(whoMay((actor) => can(actor, "submission.clear", { countryCode: "ID" }))).toEqual([]);
  });

  test("ask for clarification: a reviewer, and the representative of the country", () => {
    const ask = (countryCode: string) =>
      whoMay((actor) => can(actor, "submission.ask", { countryCode }));
    expect(ask("TH")).toEqual(["representative", "reviewer"]);
    expect(ask("ID")).toEqual(["reviewer"]);
  });

  test("claim and decide: a reviewer", () => {
    const submission = { submittedById: "somebody else" };
    expect(whoMay((actor) => can(actor, "submission.claim", submission))).toEqual(["reviewer"]);
    expect(whoMay((actor) => can(actor, "submission.decide", submission))).toEqual(["reviewer"]);
  });

  test("add people: the administrator everybody, a lead editors of the own city", () => {
    const add = (role: "editor" | "lead" | "reviewer", cityId: string | null) =>
      whoMay((actor) => can(actor, "person.add", { role, cityId }));
    expect(add("editor", "phuket")).toEqual(["lead", "administrator"]);
    expect(add("editor", "makassar")).toEqual(["administrator"]);
    expect(add("lead", "phuket")).toEqual(["administrator"]);
    expect(add("editor", null)).toEqual(["administrator"]);
    expect(add("reviewer", null)).toEqual(["administrator"]);
  });

  test("manage accounts: the administrator, except deactivating the own one", () => {
    const shut = (personId: string) =>
      whoMay((actor) => can(actor, "person.deactivate", { personId }));
    expect(shut("somebody else")).toEqual(["administrator"]);
    expect(shut("me")).toEqual([]);
    const makeLink = (actor: Actor) => can(actor, "passwordLink.make", { personId: "x" });
    expect(whoMay(makeLink)).toEqual(["administrator"]);
    expect(whoMay((actor) => can(actor, "grant.remove", { grantId: "x" }))).toEqual([
      "administrator",
    ]);
  });

  test("change a password: its owner; set one: the holder of the link, who may do nothing else", () => {
    expect(can(nobody, "password.change", { personId: "me" })).toBe(true);
    expect(can(administrator, "password.change", { personId: "somebody else" })).toBe(false);
    const holder: Actor = { kind: "link_holder", personId: "me", linkId: "link" };
    expect(can(holder, "password.set", { personId: "me" })).toBe(true);
    expect(can(holder, "password.set", { personId: "somebody else" })).toBe(false);
    expect(can(nobody, "password.set", { personId: "me" })).toBe(false);
    expect(can(holder, "password.change", { personId: "me" })).toBe(false);
    expect(can({ kind: "visitor" }, "password.set", { personId: "me" })).toBe(false);
    expect(can({ kind: "visitor" }, "draft.edit", phuket)).toBe(false);
  });
});

describe("somebody with several grants", () => {
  const both = person(
    { role: "editor", cityId: "phuket" },
    { role: "lead", cityId: "rayong" },
    { role: "representative", countryCode: "TH" },
    { role: "reviewer" },
  );

  test("has the places of all grants", () => {
    expect(ownCityIds(both)).toEqual(["phuket", "rayong"]);
    expect(ownCountryCodes(both)).toEqual(["TH"]);
    expect(holds(both, "reviewer")).toBe(true);
    expect(holds(both, "administrator")).toBe(false);
  });

  test("has each role only at its place", () => {
    expect(can(both, "draft.submit", { cityId: "rayong" })).toBe(true);
    expect(can(both, "draft.submit", { cityId: "phuket" })).toBe(false);
  });
});
