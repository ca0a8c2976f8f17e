// With the usual seed: a mutant that only some seeds notice would survive now and then.
import "../../../../scripts/src/properties/setup.ts";
import fc from "fast-check";

// That something fails is enough. The smallest thing that does takes a thousand runs to find.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
