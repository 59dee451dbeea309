/** What an organiser may do. An owner may do everything. */
export const adminRoles = ["owner", "editor", "moderator", "coordinator"] as const;

export type AdminRole = (typeof adminRoles)[number];

/** `endsAt` is when the token itself ends (UTC), null when it does not. */
export type Admin = { id: string; name: string; roles: AdminRole[]; endsAt: string | null };

/** Whether an organiser with these roles may do what asks for `needed`. */
export function may(admin: Admin, needed: AdminRole): boolean {
  return admin.roles.includes("owner") || admin.roles.includes(needed);
}

/** What an organiser can do with a comment. */
export const judgementActs = ["approve", "reject", "spam", "hold"] as const;
