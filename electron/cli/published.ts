/** Everything that is published from the program's own schemas, by the path of its file. */
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { adml } from '../../shared/policy/publish/adml.ts';
import { admx } from '../../shared/policy/publish/admx.ts';
import { policyJsonSchema } from '../../shared/policy/publish/json-schema.ts';
import { mobileconfig } from '../../shared/policy/publish/mobileconfig.ts';
import { policyPage } from '../../shared/policy/publish/page.ts';
import { profileManifest } from '../../shared/policy/publish/profile-manifest.ts';
import { ruleSetDocument } from '../../shared/rules/rule-set.ts';

export async function published(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    await formatted('assets/rules.schema.json', JSON.stringify(rulesSchema()), 'json'),
    await formatted(
      'assets/policy/policies.schema.json',
      JSON.stringify(policyJsonSchema()),
      'json',
    ),
    await formatted('assets/policy/policies.md', policyPage(), 'markdown'),
    ['assets/policy/windows/umbra.admx', admx()],
    ['assets/policy/windows/en-US/umbra.adml', adml()],
    ['assets/policy/macos/app.umbra.desktop.mobileconfig', mobileconfig()],
    ['assets/policy/macos/app.umbra.desktop.plist', profileManifest()],
  ]);
}

function rulesSchema(): object {
  return {
    ...z.toJSONSchema(ruleSetDocument, { io: 'input', unrepresentable: 'any' }),
    title: 'Umbra rules',
    description: 'The whole truth about the rules of a profile: what is not named here is removed.',
  };
}

async function formatted(
  file: string,
  text: string,
  parser: 'json' | 'markdown',
): Promise<[string, string]> {
  return [file, await format(text, { ...(await resolveConfig(file)), parser })];
}
