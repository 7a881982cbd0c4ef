import type { Role, RoleOf } from "@/lib/domain/people/roles";

export type DemoAccount = {
  role: Role;
  name: string;
  email: string;
  /** The city's slug or the country's code, for roles that need one. */
  city?: string;
  country?: string;
};

/** One or more accounts for each role, named by role and place, for demonstrations and for tests. */
export const cast = {
  editorOfPhuket: cityStaff("editor", "phuket", "Phuket"),
  leadOfPhuket: cityStaff("lead", "phuket", "Phuket"),
  editorOfMakassar: cityStaff("editor", "makassar", "Makassar"),
  leadOfMakassar: cityStaff("lead", "makassar", "Makassar"),
  editorOfBattambang: cityStaff("editor", "battambang", "Battambang"),
  leadOfBattambang: cityStaff("lead", "battambang", "Battambang"),
  representativeOfThailand: representative("TH", "Thailand"),
  representativeOfCambodia: representative("KH", "Cambodia"),
  representativeOfIndonesia: representative("ID", "Indonesia"),
  reviewer: secretariat("reviewer", "Reviewer", "reviewer"),
  otherReviewer: secretariat("reviewer", "Second reviewer", "second-reviewer"),
  administrator: secretariat("administrator", "Administrator", "administrator"),
} satisfies Record<string, DemoAccount>;

function cityStaff(role: RoleOf<"city">, city: string, cityName: string): DemoAccount {
  const name = role === "editor" ? `Editor of ${cityName}` : `Lead of ${cityName}`;
  return { role, name, email: address(`${role}.${city}`), city };
}

function representative(country: string, countryName: string): DemoAccount {
  const email = address(`representative.${country.toLowerCase()}`);
  return { role: "representative", name: `Representative of ${countryName}`, email, country };
}

function secretariat(role: RoleOf<"network">, name: string, box: string): DemoAccount {
  return { role, name, email: address(box) };
}

/** The top-level domain `.example` is reserved (RFC 2606), so no mail reaches a stranger. */
function address(box: string) {
  return `${box}@demo.example`;
}
