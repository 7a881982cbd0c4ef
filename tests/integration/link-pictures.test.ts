import sharp from "sharp";
import { expect, test } from "vitest";
import { GET } from "@/app/link-pictures/[...path]/route";
import { listPublicProjects } from "@/lib/queries/public/projects";

function ask(path: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/link-pictures/${path}`, { headers });
  return GET(request, { params: Promise.resolve({ path: path.split("/") }) });
}

test("the network, a city and a project each have a picture, and no two are the same", async () => {
  const page = await listPublicProjects({ city: "phuket" }, { asOf: null, limit: 1 });
  const [project] = "projects" in page ? page.projects : [];
  const tags = new Set<string | null>();
  for (const path of ["network", "cities/phuket", `cities/phuket/${project?.slug}`]) {
    const answer = await ask(`${path}.png`);
    expect([path, answer.status]).toEqual([path, 200]);
    tags.add(answer.headers.get("etag"));
    const picture = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(picture).metadata()).toMatchObject({
      format: "png",
      width: 1200,
      height: 630,
    });
    expect(picture.length).toBeLessThan(200_000);
    // The upper half has more variation than the plain background, so it shows text.
    const upper = sharp(picture).extract({ left: 72, top: 60, width: 1000, height: 300 });
    expect((await upper.stats()).channels[0]?.stdev).toBeGreaterThan(5);
  }
  expect(tags.size).toBe(3);
});

test("a conditional request for a picture gets 304, and a missing page has no picture", async () => {
  const etag = (await ask("cities/makassar.png")).headers.get("etag") ?? "";
  expect((await ask("cities/makassar.png", { "if-none-match": etag })).status).toBe(304);
  for (const path of ["cities/nowhere.png", "cities/phuket/nothing.png", "x.png", "cities.png"])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
});
