import * as z from "zod";
import type { Endpoint } from "./endpoint.ts";

type Schema = Record<string, unknown>;

/** The protected endpoint in OpenAPI 3.1, made from the endpoints themselves. */
export function describeEndpoints(endpoints: Endpoint[], version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const described of endpoints) {
    const path = `/api/admin${described.path}`;
    paths[path] = { ...paths[path], [described.method]: operation(described) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Ontsecretaressen: the protected endpoint", version },
    security: [{ bearer: [] }, { access: [] }],
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        // Set by Cloudflare Access itself.
        access: { type: "apiKey", in: "header", name: "Cf-Access-Jwt-Assertion" },
      },
      schemas: { Refusal: REFUSAL },
    },
    paths,
  };
}

const REFUSAL = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        fields: { type: "object", additionalProperties: { type: "string" } },
      },
    },
  },
};

const KEY_USED =
  "For a day the same request under this key is answered with what it made or changed, and another one is refused (422)";

const KEY_SPARED =
  "Not needed: done twice is done once. A key that something else was asked under is refused (422)";

const SAID = { alt: { type: "string" }, caption: { type: "string" }, credit: { type: "string" } };

// Or the bytes alone, with what is said of them in the query.
const FILE = {
  "multipart/form-data": {
    schema: {
      type: "object",
      required: ["file", "alt"],
      properties: { file: { type: "string", contentMediaType: "application/octet-stream" }, ...SAID },
    },
  },
  "application/octet-stream": {},
};

function operation(described: Endpoint): Schema {
  return {
    summary: described.summary,
    description: described.role === "any" ? "Any role." : `Needs the role ${described.role} or owner.`,
    parameters: parameters(described),
    ...(described.body === null
      ? {}
      : {
          requestBody: {
            required: described.body === "file" || !described.body.safeParse(undefined).success,
            content: described.body === "file" ? FILE : jsonOf(described.body),
          },
        }),
    responses: {
      [described.method === "delete"
        ? "204"
        : described.method === "post" && !described.path.includes("{id}/")
          ? "201"
          : "200"]: {
        description: "Done",
      },
      default: {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
      },
    },
  };
}

const jsonOf = (body: z.ZodType): Schema => ({
  "application/json": { schema: z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) },
});

function parameters(described: Endpoint): Schema[] {
  const query = Object.entries({
    ...described.query,
    ...(described.isList === true ? { limit: "1 to 200, else 50", cursor: "`next` of the page before" } : {}),
  });
  return [
    ...(described.path.includes("{id}")
      ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }]
      : []),
    ...query.map(([name, description]) => ({ name, in: "query", description, schema: { type: "string" } })),
    ...(described.needsVersion === true
      ? [
          {
            name: "If-Match",
            in: "header",
            required: true,
            description: "The version that was read",
            schema: { type: "string" },
          },
        ]
      : []),
    ...(described.method === "post"
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            description: described.again === undefined ? KEY_SPARED : KEY_USED,
            schema: { type: "string" },
          },
        ]
      : []),
  ];
}
