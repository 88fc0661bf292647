import fc from 'fast-check';

const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;

// The same tree gives the same verdict: a search with other seeds, or a wider one, is asked for by name.
fc.configureGlobal({
  seed: PROPERTY_SEED === undefined ? 20_260_101 : Number(PROPERTY_SEED),
  ...(PROPERTY_RUNS !== undefined && { numRuns: Number(PROPERTY_RUNS) }),
});
