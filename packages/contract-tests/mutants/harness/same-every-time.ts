import fc from "fast-check";

fc.configureGlobal({
  // A mutant that only some seeds notice would survive now and then: whoever reads the table must see the same each time.
  seed: 20_261_121,
  // That something fails is enough. The smallest thing that does takes a thousand runs to find.
  endOnFailure: true,
});
