/**
 * Returns the number of rows that PostgreSQL scans for the reading statements among the recorded ones, including rows
 * that a filter removes.
 */
export async function rowsRead(client, statements) {
  let read = 0;
  for (const { text, values } of statements) {
    if (!/^\s*(select|with)\b/iu.test(text) || /\b(insert|update|delete) /iu.test(text)) continue;
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
    read += rowsOf(rows[0]["QUERY PLAN"][0].Plan);
  }
  return read;
}

function rowsOf(plan) {
  const below = (plan.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), 0);
  if (!plan["Relation Name"]) return below;
  const removed =
    (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
  return below + Math.round((plan["Actual Rows"] + removed) * plan["Actual Loops"]);
}
