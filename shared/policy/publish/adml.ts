/** The English words of the administrative template. */
import { kindOf } from '../kinds.ts';
import { categoryTitles, policyCategories } from '../note.ts';
import { noteOf, policyNames } from '../policies.ts';
import { templates, type Template } from './admx.ts';
import { escapeXml, indented } from './xml.ts';

export function adml(): string {
  const strings = [
    ['umbra', 'Umbra'],
    ['anyUmbra', 'Every version of Umbra'],
    ['recommended', 'Recommended values (people can choose otherwise)'],
    ...policyCategories.map((name) => [name, categoryTitles[name]]),
    ...policyNames.flatMap((name) => {
      const kind = kindOf(name);
      return kind.kind === 'choice'
        ? kind.choices.map((choice) => [`${name}_${choice}`, choice])
        : [];
    }),
    ...templates.flatMap((template) => [
      [template.id, noteOf(template.name).title],
      [`${template.id}_explain`, explain(template)],
    ]),
  ].map(([id = '', text = '']) => `<string id="${id}">${escapeXml(text)}</string>`);
  const presentations = templates.flatMap((template) => presentation(template));
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Umbra</displayName>
  <description>Policies of Umbra</description>
  <resources>
    <stringTable>
${indented(strings.join('\n'), 3)}
    </stringTable>
    <presentationTable>
${indented(presentations.join('\n'), 3)}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function explain({ name, recommended }: Template): string {
  const { description, example, atStart } = noteOf(name);
  const { kind } = kindOf(name);
  return [
    description,
    ...(recommended ? ['Recommended: holds until the person chooses otherwise.'] : []),
    ...(atStart === true ? ['Takes effect when the program is started next.'] : []),
    ...(kind === 'structure' ? [`Written as JSON, such as: ${JSON.stringify(example)}`] : []),
  ].join('\n\n');
}

function presentation({ name, id }: Template): readonly string[] {
  const title = escapeXml(noteOf(name).title);
  const form = (control: string): string[] => [
    `<presentation id="${id}">\n${indented(control, 1)}\n</presentation>`,
  ];
  switch (kindOf(name).kind) {
    case 'boolean':
      return [];
    case 'integer':
      return form(`<decimalTextBox refId="${id}">${title}</decimalTextBox>`);
    case 'choice':
      return form(`<dropdownList refId="${id}">${title}</dropdownList>`);
    case 'list':
      return form(`<listBox refId="${id}">${title}</listBox>`);
    case 'text':
    case 'structure':
      return form(`<textBox refId="${id}">\n  <label>${title}</label>\n</textBox>`);
  }
}
