import ts from "typescript";
import { keyOf } from "./positions.ts";
import { argumentsOf, partsOf, stepsInto } from "./steps.ts";

/** The first place of each change that assignability does not see. */
export interface FieldChanges {
  gone?: string;
  added?: string;
  /** Could be assigned, and cannot any more. */
  fixed?: string;
  freed?: string;
}

type Parts = readonly ts.Type[];

/**
 * Assignability sees neither a field that is gone where it was optional, though whoever wrote its name does, nor one that
 * became `readonly`, though whoever assigned to it does.
 */
export function compareFields(checker: ts.TypeChecker, name: string, base: ts.Type, next: ts.Type): FieldChanges {
  const changes: FieldChanges = {};
  compare(name, partsOf(base), partsOf(next), []);
  return changes;

  function compare(path: string, base: Parts, next: Parts, around: readonly (readonly [Parts, Parts])[]): void {
    if (around.some(([before, after]) => isSame(before, base) && isSame(after, next))) return;
    const [before, after] = [stepsInto(checker, base), stepsInto(checker, next)];
    for (const [step, had] of before) {
      const [place, has] = [`${path}${step}`, after.get(step)];
      if (has === undefined) {
        if (had.isWritten) changes.gone ??= place;
        continue;
      }
      if (had.isAssigned && !has.isAssigned) changes.fixed ??= place;
      if (has.isAssigned && !had.isAssigned) changes.freed ??= place;
      compareInside(place, had.types, has.types, [...around, [base, next]]);
    }
    for (const [step, { isWritten }] of after) if (isWritten && !before.has(step)) changes.added ??= `${path}${step}`;
  }

  /** A type that has the same name in both is compared where it is declared, and only what is put into it here. */
  function compareInside(path: string, base: Parts, next: Parts, around: readonly (readonly [Parts, Parts])[]): void {
    const [before, after] = [byName(base), byName(next)];
    for (const [name, had] of before) {
      const has = name === undefined ? undefined : after.get(name);
      if (has === undefined) continue;
      const [given, now] = [had, has].map((types) => types.map((type) => argumentsOf(checker, type)));
      given?.flat().forEach((argument, index) => {
        const other = now?.flat()[index];
        if (other) compareInside(`${path}<${index + 1}>`, partsOf(argument), partsOf(other), around);
      });
      before.delete(name);
      after.delete(name);
    }
    const others = [...after.values()].flat();
    // A named part of a union that is not there any more says less, which suits who gets it.
    const left = others.some(isObject) ? [...before.values()].flat() : (before.get(undefined) ?? []);
    if (left.length > 0) compare(path, left, others, around);
  }
}

function byName(parts: Parts): Map<string | undefined, Parts> {
  const named = new Map<string | undefined, Parts>();
  for (const part of parts) {
    const { aliasSymbol, symbol } = part;
    const name = [aliasSymbol, symbol].map((given) => given && keyOf(given)).find((key) => key !== undefined);
    named.set(name, [...(named.get(name) ?? []), part]);
  }
  return named;
}

function isObject({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Object) !== 0;
}

function isSame(one: Parts, other: Parts): boolean {
  return one.length === other.length && one.every((type, index) => type === other[index]);
}
