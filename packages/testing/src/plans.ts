import { createClient, type InStatement } from "@libsql/client/http";

type Client = ReturnType<typeof createClient>;

/** The plan of each statement that `ask` makes, as its steps, in the order in which they were asked. */
export async function statementPlans(
  url: string,
  ask: (client: Client) => Promise<unknown>,
): Promise<string[][]> {
  const client = createClient({ url });
  const asked: InStatement[] = [];
  const batch = client.batch.bind(client);
  client.batch = (statements, mode) => {
    asked.push(...statements.map((one) => (Array.isArray(one) ? one[0] : one)));
    return batch(statements, mode);
  };
  const execute: (one: InStatement) => ReturnType<Client["execute"]> = client.execute.bind(client);
  client.execute = (one: InStatement) => {
    asked.push(one);
    return execute(one);
  };
  await ask(client);
  const plans = await Promise.all(
    asked.map((one) =>
      execute(
        typeof one === "string"
          ? `explain query plan ${one}`
          : { ...one, sql: `explain query plan ${one.sql}` },
      ),
    ),
  );
  client.close();
  return plans.map(({ rows }) => rows.map((row) => JSON.stringify(row["detail"]).slice(1, -1)));
}
