import { enterMutantRoom, type Mutant } from './mutants/runMutant.ts';

// npm run mutants -- rules [rule 14]   takes each rule of the ledger out of a copy of the source; its test must notice
const kinds = ['rules'];

const [kind = '', ...words] = process.argv.slice(2);
if (!kinds.includes(kind)) {
  console.error('npm run mutants -- rules [rule 14]');
  process.exitCode = 64;
} else {
  const { mutants } = (await import(`./mutants/${kind}.ts`)) as { readonly mutants: readonly Mutant[] };
  const only = words.join(' ');
  const chosen = only === '' ? mutants : mutants.filter(({ of }) => of === only);
  const room = enterMutantRoom();
  const missed = new Set<string>();
  try {
    for (const mutant of chosen) {
      const fate = room.tryOut(mutant);
      if (fate !== 'caught') missed.add(mutant.of);
      console.log(`${mutant.of}: ${fate}, ${mutant.file} without "${mutant.from.slice(0, 60)}"`);
    }
  } finally {
    room.leave();
  }
  const total = new Set(chosen.map(({ of }) => of)).size;
  console.log(`${total - missed.size} of ${total}`);
  process.exitCode = missed.size === 0 && total > 0 ? 0 : 1;
}
