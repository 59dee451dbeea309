import type { Claim } from "@ontsecretaressen/domain/claim";
import { type SQL, sql } from "drizzle-orm";

/**
 * The id of the signup that a claim opens; none once its person has another address than the claim was sent to, or it went to
 * another one by itself.
 */
export const claimedSignup = ({ id, version }: Claim): SQL =>
  sql`(select cg.id from signups cg join people cp on cp.id = cg.person_id where cg.id = ${id} and cg.email <> '' and cp.address_version = ${version})`;

/** The same for the person whose own page a claim opens. */
export const claimedPerson = ({ id, version }: Claim): SQL =>
  sql`(select cp.id from people cp where cp.id = ${id} and cp.address_version = ${version})`;
