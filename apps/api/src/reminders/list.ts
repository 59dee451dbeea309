import { listReminders } from "@ontsecretaressen/db/sessions/reminders";
import type { ListedReminder } from "@ontsecretaressen/domain/admin-answers";
import { endpoint, notFound } from "../admin/endpoint.ts";

/** What the people of a session are told by the clock. */
export const reminderEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/sessions/{id}/reminders",
      role: "coordinator",
      summary: "The reminders of a session: planned, sent, or missed because their moment passed",
    },
    async ({ world, id }) => {
      const items = (await listReminders(world.reader, id)) satisfies ListedReminder[] | null;
      return items === null ? notFound : { status: 200, body: { items, next: null } };
    },
  ),
];
