import type { Menu } from "@ontsecretaressen/domain/menu";
import type { Batch } from "./batch.ts";

const ASK = "select items from menu";

/**
 * Lets the first question carry the one for the menu along: every page shows it, and none may go to the database twice.
 * Gives a way to have it, which asks by itself only when nothing was asked before. Null while it can't be read.
 */
export function carryMenu(ask: Batch): { batch: Batch; menu: () => Promise<Menu | null> } {
  let menu: Menu | null = null;
  const batch: Batch = async (statements) => {
    if (menu !== null) return ask(statements);
    const found = await ask([...statements, ASK]);
    const items = found.pop()?.rows[0]?.[0];
    if (typeof items === "string") menu = JSON.parse(items);
    return found;
  };
  return {
    batch,
    async menu() {
      // A page about a database that is down must still be shown.
      if (menu === null) await batch([]).catch(() => []);
      return menu;
    },
  };
}
