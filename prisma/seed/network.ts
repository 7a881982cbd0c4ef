import { addRecords } from "./city-records";
import { readData } from "./data";
import type { CityHistory } from "./history-data";
import { planIdOf } from "./ids";
import { addOrganisations } from "./organisations";
import { addPastReports } from "./past-reports";
import { addCity, addCountries, addFramework } from "./reference-data";
import { takeTurn } from "./seed-lock";

/**
 * Puts in the network's countries, framework, organisations and cities with their plans, projects and history, and its past reports, and
 * leaves alone what is there. A city is one transaction: cut short at any point, the next run goes on with the cities that are missing.
 * Several processes may do it at once: they take turns city by city.
 */
export async function seedNetwork(now: Date): Promise<void> {
  const { cities, framework, plans, projects, history, documents } = readData();
  await takeTurn(async (tx) => {
    await addCountries(tx, cities);
    await addFramework(tx, framework);
    // Before the cities, because what is derived of editions holds which organisations they name.
    await addOrganisations(tx, history, new Set(cities.map((city) => city.countryCode)), now);
  });
  for (const city of cities) {
    await takeTurn(async (tx) => {
      // A city's plan comes with all that belongs to it, so it says that the city is whole.
      if (await tx.plan.findUnique({ where: { id: planIdOf(city.slug) } })) return;
      await addCity(tx, city);
      const own = {
        framework,
        documents,
        history: getHistory(history, city.slug),
        plan: plans.find((plan) => plan.citySlug === city.slug),
        projects: projects.filter((project) => project.citySlug === city.slug),
      };
      await addRecords(tx, city.slug, own, now);
    });
  }
  await takeTurn(async (tx) => {
    await addPastReports(tx, now);
  });
}

function getHistory(history: CityHistory[], citySlug: string): CityHistory {
  const own = history.find((city) => city.citySlug === citySlug);
  if (!own) throw new Error(`No file of the history has the city ${citySlug}`);
  return own;
}
