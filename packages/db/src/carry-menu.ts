import type { Client } from "@libsql/client/http";
import type { Menu } from "@ontsecretaressen/domain/menu";

const ASK = "select items from menu";

/**
 * Lets the first question of a client carry the one for the menu along: every page shows it, and none may go to the
 * database twice. Gives a way to have it, which asks by itself only when nothing was asked before. Null while it can't
 * be read.
 */
export function carryMenu(client: Client): () => Promise<Menu | null> {
  let menu: Menu | null = null;
  const batch = client.batch.bind(client);
  client.batch = async (statements, mode) => {
    if (menu !== null) return batch(statements, mode);
    const results = await batch([...statements, ASK], mode);
    const items = results.pop()?.rows[0]?.["items"];
    if (typeof items === "string") menu = JSON.parse(items);
    return results;
  };
  client.execute = async (statement) => {
    const [result] = await client.batch([statement]);
    if (result === undefined) throw new Error("a statement without a result");
    return result;
  };
  return async () => {
    // A page about a database that is down must still be shown.
    if (menu === null) await client.batch([]).catch(() => []);
    return menu;
  };
}
