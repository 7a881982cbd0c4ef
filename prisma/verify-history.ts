import { checkChain, listChains } from "@/lib/db/chain-check";
import { closeDatabase, database } from "@/lib/db/client";

// Computes every chain of the timeline anew and names the first broken entry of each (docs/decisions/0029).
const cities = await database().city.findMany({ select: { id: true, name: true } });
const names = new Map(cities.map((city) => [city.id, city.name]));
let entries = 0;
let editions = 0;
let broken = 0;
for (const chain of await listChains()) {
  const check = await checkChain(chain);
  entries += check.entries;
  editions += check.editions;
  if (!check.broken) continue;
  broken += 1;
  const { place, fault } = check.broken;
  console.log(`${names.get(chain) ?? "The network"}: broken at entry ${place} (${fault})`);
}
await closeDatabase();
console.log(
  broken === 0
    ? `Whole: ${entries} entries and ${editions} editions are what their hashes say.`
    : `Broken: ${broken} chains.`,
);
process.exitCode = broken === 0 ? 0 : 1;
