/** The session of the vendor's samples. */
export const sampleSessionRid = "ri.aip-agents..session.292db3b2-b653-4de6-971c-7e97a7b881d6";

/** A session that expired on the day before the emulator started. */
export const expiredSessionRid = "ri.aip-agents..session.de7ec7ed-0000-4000-8000-000000000001";
