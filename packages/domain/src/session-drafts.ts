import * as z from "zod";
import { line, optionalLine, optionalParagraphs, paragraphs } from "./fields.ts";
import { questionKinds } from "./question.ts";
import { isWall } from "./session.ts";

/** The last part of an address, as it stands in one. */
export const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

export const wall = z.string().refine(isWall, "a wall time such as 2027-01-14T19:00");

export const amsterdam = z.literal("Europe/Amsterdam").default("Europe/Amsterdam");

const cents = z.int().min(0).max(1_000_000);

const QUESTIONS_MAX = 12;
const MEETINGS_MAX = 30;

const step = {
  title: line(80),
  summary: paragraphs(500),
  /** Markdown. */
  body: paragraphs(10_000),
  forWhom: optionalParagraphs(500),
  opens: optionalParagraphs(500),
  guides: optionalLine(200),
  /** What it usually costs, in cents; null says nothing. */
  priceCents: cents.nullable().default(null),
  payment: optionalLine(300),
  /** The step that must be attended first. */
  requires: slug.nullable().default(null),
};

/** A step as it is made. */
export const StepDraft = z.object({ slug, position: z.int().min(1), ...step });
export type StepDraft = z.infer<typeof StepDraft>;

/** A step as an organiser changes it; its address and its place stay. */
export const StepChange = z.object(step);
export type StepChange = z.infer<typeof StepChange>;

/** A question as an organiser writes it; with its id it is one that is there already. */
export const QuestionDraft = z
  .object({
    id: z.string().max(60).optional(),
    kind: z.enum(questionKinds),
    label: line(200),
    choices: z.array(line(100)).max(12).default([]),
    isRequired: z.boolean().default(false),
  })
  .refine(
    ({ kind, choices }) =>
      kind === "choice"
        ? new Set(choices).size > 1 && new Set(choices).size === choices.length
        : choices.length === 0,
    { error: "a choice has two or more different choices, and nothing else has any", path: ["choices"] },
  );
export type QuestionDraft = z.infer<typeof QuestionDraft>;

export const QuestionsDraft = z.object({ questions: z.array(QuestionDraft).max(QUESTIONS_MAX) });

const times = { startsLocal: wall, endsLocal: wall };

/** Every meeting after the first, for a series. */
const later = z.array(z.object(times)).max(MEETINGS_MAX).default([]);

const about = {
  title: line(200),
  summary: optionalParagraphs(500),
  place: line(200),
  address: optionalLine(200),
  city: optionalLine(100),
  guides: optionalLine(200),
  /** Where one takes part from behind a screen; shown to confirmed people alone. */
  onlineUrl: z
    .url({ protocol: /^https$/u })
    .max(500)
    .nullable()
    .default(null),
  /** For confirmed people alone. */
  notes: optionalParagraphs(2000),
  /** From when and until when people can sign up, as wall time; null is at once, and until it begins. */
  opensLocal: wall.nullable().default(null),
  closesLocal: wall.nullable().default(null),
  /** Without it the price is that of the step, or nothing. */
  priceCents: cents.optional(),
  payment: optionalLine(300),
};

/** A session as it is planned. */
export const SessionDraft = z.object({
  slug,
  step: slug,
  ...times,
  timeZone: amsterdam,
  capacity: z.int().min(1).max(1000),
  later,
  ...about,
  questions: z.array(QuestionDraft).max(QUESTIONS_MAX).default([]),
});
export type SessionDraft = z.infer<typeof SessionDraft>;

/** What is said of a session, as an organiser changes it. When it is and how many fit are changed by acts of their own. */
export const SessionChange = z.object(about);
export type SessionChange = z.infer<typeof SessionChange>;

/** When a session will be instead. A series names all its later meetings anew. */
export const SessionMove = z.object({ ...times, later });
export type SessionMove = z.infer<typeof SessionMove>;

/** Why a session does not go on, in the words that everybody gets to read. */
export const SessionCancel = z.object({ reason: optionalParagraphs(500) });

export const CapacityDraft = z.object({ capacity: z.int().min(1).max(1000) });

/** What an organiser writes to the people of a session. Who called off is nobody of it any more. */
const message = {
  subject: line(120),
  body: paragraphs(5000),
  audience: z
    .array(z.enum(["confirmed", "held", "offered", "waiting"]))
    .min(1)
    .default(["confirmed"]),
};

export const MessageDraft = z.object(message);

/** The same, to be sent: with how many its writer saw would get it. */
export const MessageToSend = z.object({ ...message, count: z.int().min(1) });
