import { expect, test } from "vitest";
import { emptyProject } from "@/lib/domain/record/project";
import {
  cityLinkedData,
  editionLinkedData,
  projectLinkedData,
  toJsonLd,
} from "@/lib/domain/site/linked-data";
import { withoutScripts } from "@/lib/site/next/without-scripts.mjs";

const city = { slug: "phuket", name: "Phuket", countryCode: "TH", countryName: "Thailand" };
const publisher = { name: "City Action Plans", origin: "https://plans.example.org" };
const context = { locale: "th", asOf: "2024-01-01" } as const;

test("a title with markup stays a title, also in the cached page", () => {
  const hard = "</script><script>alert(1)</script><!-- <script> \u2028 & ]]>";
  const text = toJsonLd(
    projectLinkedData({ id: "1", slug: "x", fields: emptyProject(hard) }, city, context, publisher),
  );
  expect(text).not.toMatch(/[<>&\u2028\u2029]/u);
  expect(JSON.parse(text)).toMatchObject({ "@type": "Project", name: hard });
  const element = `<script type="application/ld+json">${text}</script>`;
  expect(withoutScripts(`a${element}<script>b()</script>c`)).toBe(`a${element}c`);
});

test("city, project and edition name each other, whatever the language of the page", () => {
  const fields = { ...emptyProject("Smart bus"), startsOn: "2019" };
  const project = projectLinkedData({ id: "1", slug: "bus", fields }, city, context, publisher);
  const edition = {
    number: 3,
    effectiveOn: "2024-09-25",
    publishedAt: new Date(0),
    hash: "ab",
    origin: "city" as const,
  };
  const dataOf = (origin: "documents" | "city") =>
    editionLinkedData(
      {
        kind: "project",
        slug: "bus",
        title: "Smart bus",
        description: "Smart bus: edition 3",
        edition: { ...edition, origin },
        sources: [{ address: "https://asean.org/x.pdf" }, { address: "" }],
        dataPath: "/api/v1/projects/1",
      },
      city,
      context,
      publisher,
    );
  const { "@id": cityId } = cityLinkedData(city, context, publisher);
  expect(project["parentOrganization"]).toEqual({ "@id": cityId });
  expect(dataOf("city")).toMatchObject({
    "@type": "Dataset",
    "@id": "https://plans.example.org/en/cities/phuket/projects/bus/editions/3",
    url: "https://plans.example.org/th/cities/phuket/projects/bus/editions/3",
    version: "3",
    identifier: "sha256:ab",
    temporalCoverage: "2024-09-25",
    creator: { "@id": cityId },
    about: { "@id": cityId },
    isBasedOn: ["https://asean.org/x.pdf"],
  });
  // What the tracker read from documents is about the city, but not made by it.
  expect(dataOf("documents")).toMatchObject({
    creator: { "@type": "Organization", name: publisher.name },
    about: { "@id": cityId },
  });
});
