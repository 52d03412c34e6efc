/**
 * Writes `assets/rules.schema.json` from the schema that the command itself reads rule files with; with `--check` it
 * only says whether the published file is that schema.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { ruleSetDocument } from '../../shared/rules/rule-set.ts';

const file = 'assets/rules.schema.json';
const schema = {
  ...z.toJSONSchema(ruleSetDocument, { io: 'input', unrepresentable: 'any' }),
  title: 'Umbra rules',
  description: 'The whole truth about the rules of a profile: what is not named here is removed.',
};
const text = await format(JSON.stringify(schema), {
  ...(await resolveConfig(file)),
  parser: 'json',
});
if (process.argv.includes('--check')) {
  const published = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (published !== text) {
    console.error(`${file} is not what the program reads: run "npm run schema".`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
