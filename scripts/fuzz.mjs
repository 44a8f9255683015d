// `npm run fuzz`: real files damaged at random, a minute a format, and the mapper with columns from anywhere. `npm run fuzz --
// 10` goes on for ten seconds each. One after the other, so that the memory of each can be told.
import { must } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';

const FORMATS = ['xlsx', 'xls', 'xlsb', 'ods', 'csv', 'vcards', 'ldif', 'zip'];

main(async () => {
  const [seconds = '60'] = process.argv.slice(2);
  const env = { ROSTER_FUZZ_SECONDS: seconds };
  const tests = FORMATS.map((format) => `test -p roster-formats --test it -- --exact fuzz::damaged_${format}`);
  tests.push('test -p roster-core --lib guess::tests::fuzz');
  for (const test of tests) {
    say(test);
    await must('cargo', test.split(' '), { env });
  }
});
