/** How often one judge has checked an operation in one direction. Written by `pnpm test:contract`. */
interface CaseRecord {
  readonly operation: string;
  readonly direction: string;
  readonly judge: string;
  readonly cases: number;
}

const files = import.meta.glob<readonly CaseRecord[]>("../../../contract-tests/.cases/*.json", {
  eager: true,
  import: "default",
});
const records = Object.values(files).flat();

/** Whether the contract tests ran before this site was built. */
export const contractCasesKnown = records.length > 0;

/** Cases of an operation by direction, and who judged them. */
export function contractCases(operation: string): { direction: string; cases: number; judges: string[] }[] {
  const own = records.filter((record) => record.operation === operation);
  return [...new Set(own.map(({ direction }) => direction))].map((direction) => {
    const here = own.filter((record) => record.direction === direction);
    return {
      direction,
      cases: here.reduce((sum, { cases }) => sum + cases, 0),
      judges: [...new Set(here.map(({ judge }) => judge))].toSorted(),
    };
  });
}
