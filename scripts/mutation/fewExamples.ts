import fc from 'fast-check';

/** The solver's mistakes are seldom: they show in few of the conditions that are put to it. */
const isSolver = process.env['MUTATED_ROOM'] === 'prove';
const MOST_EXAMPLES = isSolver ? 100 : 25;
/** Of what a test goes through itself: pairs of policies, each of them compared by two procedures. */
const MOST_SAMPLES = isSolver ? 40 : 8;
const SEED = 20_261_125;

type Assert = typeof fc.assert;
type Sample = typeof fc.sample;

/** fast-check with few examples, the same for every mutant: a run can be repeated, and takes minutes instead of hours. */
const assert: Assert = (property, parameters) => {
  const numRuns = Math.min(parameters?.numRuns ?? MOST_EXAMPLES, MOST_EXAMPLES);
  return fc.assert(property, { ...parameters, seed: SEED, numRuns, endOnFailure: true });
};

const sample: Sample = (generator, parameters) => {
  const given = typeof parameters === 'number' ? { numRuns: parameters } : parameters;
  return fc.sample(generator, { ...given, numRuns: Math.min(given?.numRuns ?? MOST_SAMPLES, MOST_SAMPLES) });
};

export default { ...fc, assert, sample };
