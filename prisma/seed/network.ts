import { addRecords } from "./city-records";
import { readData } from "./data";
import type { CityHistory } from "./history-data";
import { planIdOf } from "./ids";
import { addOrganisations } from "./organisations";
import { addPastReports } from "./past-reports";
import { addCity, addCountries, addFramework } from "./reference-data";
import { withSeedLock } from "./seed-lock";
import { addSubjects } from "./subjects";

/**
 * Adds the network's countries, framework, organisations, and cities with their plans, projects and history, and its past
 * reports. Existing rows stay unchanged. Each city is one transaction, so that after an interruption the next run
 * continues with the missing cities. Several processes may run it at once: they wait for each other city by city.
 */
export async function seedNetwork(now: Date): Promise<void> {
  const { subjects, ofItems, ...data } = readData();
  const { cities, framework, plans, projects, history, documents } = data;
  await withSeedLock(async (tx) => {
    await addCountries(tx, cities);
    await addFramework(tx, framework);
    await addSubjects(tx, subjects);
    // Organisations come before the cities: what is derived from editions names their organisations.
    await addOrganisations(tx, history, new Set(cities.map((city) => city.countryCode)), now);
  });
  for (const city of cities) {
    await withSeedLock(async (tx) => {
      // A city's plan is added together with all its other rows, so an existing plan means a complete city.
      if (await tx.plan.findUnique({ where: { id: planIdOf(city.slug) } })) return;
      await addCity(tx, city);
      const own = {
        framework,
        documents,
        history: getHistory(history, city.slug),
        plan: plans.find((plan) => plan.citySlug === city.slug),
        projects: projects.filter((project) => project.citySlug === city.slug),
        subjects: ofItems.filter((item) => item.citySlug === city.slug),
      };
      await addRecords(tx, city.slug, own, now);
    });
  }
  await withSeedLock(async (tx) => {
    await addPastReports(tx, now);
  });
}

function getHistory(history: CityHistory[], citySlug: string): CityHistory {
  const own = history.find((city) => city.citySlug === citySlug);
  if (!own) throw new Error(`No file of the history has the city ${citySlug}`);
  return own;
}
