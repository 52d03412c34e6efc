/** The page of documentation: every policy with what it does, how it is written on each platform, and an example. */
import { kindOf, type PolicyKind } from '../kinds.ts';
import { categoryTitles, policyCategories } from '../note.ts';
import { noteOf, policyNames, type PolicyName } from '../policies.ts';
import { places } from '../places.ts';
import { plistKey } from './plist.ts';

const beginning = `# Policies of Umbra

This page is made from the schema by which the program reads policies (\`npm run schema\`).

| platform | mandatory                                                                                    | recommended                              |
| -------- | -------------------------------------------------------------------------------------------- | ---------------------------------------- |
| Linux    | \`${places.linuxFolder}/managed/*.json\`                                                         | \`${places.linuxFolder}/recommended/*.json\` |
| macOS    | managed preferences of \`${places.bundleId}\`, for the machine or the user                     | the dictionary \`Recommended\` in them     |
| Windows  | \`HKLM\\\\${places.registryKey}\`, then \`HKCU\\\\…\` | the key \`Recommended\` below them         |

The strongest holds: mandatory for the machine, mandatory for the user, the person's own choice, recommended for the machine,
recommended for the user, default. Where several files of one folder set the same policy, the file whose name comes last in the
alphabet decides. Changes hold within a minute, except where a policy says "at the next start".

A mandatory value that can't be understood stops all synchronisation until it is mended, and the program says which; a name that
no policy has is listed and ignored. What anybody but an administrator could have written counts for nothing.`;

export function policyPage(): string {
  const parts = policyCategories.flatMap((category) => [
    `## ${categoryTitles[category]}`,
    ...policyNames.filter((name) => noteOf(name).category === category).map(section),
  ]);
  return `${[beginning, ...parts].join('\n\n')}\n`;
}

function section(name: PolicyName): string {
  const { title, description, example, recommendable, atStart } = noteOf(name);
  const levels = recommendable === true ? 'mandatory or recommended' : 'mandatory only';
  const kind = kindOf(name);
  return [
    `### ${name}`,
    `${title}: ${sayKind(kind)}; ${levels}${atStart === true ? '; at the next start' : ''}.`,
    description,
    ['```json', JSON.stringify({ [name]: example }, null, 2), '```'].join('\n'),
    ['```xml', plistKey(name, example), '```'].join('\n'),
    ['```', registry(name, kind, example), '```'].join('\n'),
  ].join('\n\n');
}

function sayKind(kind: PolicyKind): string {
  switch (kind.kind) {
    case 'boolean':
      return 'on or off';
    case 'integer':
      return `a number from ${kind.least} to ${kind.most}`;
    case 'choice':
      return `one of ${kind.choices.map((choice) => `\`${choice}\``).join(', ')}`;
    case 'text':
      return 'a text';
    case 'list':
      return kind.choices === null
        ? 'a list of texts'
        : `a list of ${kind.choices.map((choice) => `\`${choice}\``).join(', ')}`;
    case 'structure':
      return 'a structure, in the registry as JSON';
  }
}

function registry(name: PolicyName, { kind }: PolicyKind, example: unknown): string {
  if (kind === 'boolean') return `${name}  REG_DWORD  ${example === true ? 1 : 0}`;
  if (kind === 'integer') return `${name}  REG_DWORD  ${String(example)}`;
  if (kind === 'list' && Array.isArray(example))
    return example
      .map((item, index) => `${name}\\${index + 1}  REG_SZ  ${String(item)}`)
      .join('\n');
  return `${name}  REG_SZ  ${typeof example === 'string' ? example : JSON.stringify(example)}`;
}
