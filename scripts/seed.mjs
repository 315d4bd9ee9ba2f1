import fc from 'fast-check';

// The ordinary run generates the same cases every time, so that it fails for what a change did and not by luck; `npm run deep`
// comes with a fresh seed and looks further.
fc.configureGlobal({ seed: Number(process.env.KEYWAY_SEED ?? 1) });
