import type { Result } from "@org/runtime";
import {
  createSessions,
  supports,
  type Adapter,
  type AdapterSession,
  type CreatingAdapter,
  type ListRange,
  type SdkError,
} from "@org/sessions";
import { exactly } from "../support/expect.js";
import { support } from "./facade-of-three.js";

interface Ticket {
  readonly number: number;
}
interface TicketListInput extends ListRange {
  readonly queue?: string | undefined;
}
interface TicketProvider
  extends Adapter<"tickets", Ticket, TicketListInput>, CreatingAdapter<Ticket, { readonly subject: string }> {
  readonly needsSince: false;
}

declare const ticket: Result<AdapterSession<Ticket>, SdkError>;
const tickets: TicketProvider = {
  contract: 1,
  kind: "tickets",
  needsSince: false,
  getIsDerived: false,
  client: undefined,
  get: async () => ticket,
  create: async ({ subject }) => {
    exactly<string>()(subject);
    return ticket;
  },
  async *list({ queue }) {
    exactly<string | undefined>()(queue);
    if (!ticket.ok) {
      yield ticket;
      return;
    }
    const { response, attempts, data } = ticket;
    yield { ok: true, data: { items: [data], raw: {}, response, attempts }, response, attempts };
  },
};

// A provider of the user's own is typed like ours.
const sessions = createSessions({ support, desk: tickets });
exactly<number>()((await sessions.desk.create({ subject: "Hello" })).raw.number);
sessions.desk.list();
sessions.desk.list({
  // @ts-expect-error TS2561: 'queu' does not exist in type 'TicketListInput'
  queu: "sales",
});
for await (const session of sessions.all.list()) {
  if (session.kind === "tickets") exactly<`desk:${string}`>()(session.ref);
}
if (supports(sessions.desk, "create")) await sessions.desk.create({ subject: "Hello" });

// One that does not keep to the contract is refused where it is given.
createSessions({
  support,
  // @ts-expect-error TS2322: Type 'Promise<string>' is not assignable to type 'Promise<Result<
  desk: { ...tickets, get: async () => "a session" },
});
