/** A configuration profile for macOS to begin with: every policy stands in it as a comment, with an example. */
import { noteOf, policyNames } from '../policies.ts';
import { places } from '../places.ts';
import { plistFile, plistKey } from './plist.ts';
import { indented } from './xml.ts';

/** Made once: whoever installs a profile of their own gives it ids of its own. */
const PROFILE_ID = '5B0C6C0B-6B1E-4C0E-9D53-0E7E5A6B3C11';
const PAYLOAD_ID = 'C2C1B6C6-0A4B-4D3A-8B8F-6C7C9B1B9E22';

export function mobileconfig(): string {
  const examples = policyNames
    .filter((name) => name !== 'Telemetry')
    .map((name) => {
      const { title, example } = noteOf(name);
      return `<!-- ${title}\n${plistKey(name, example)}\n-->`;
    });
  const payload = [
    plistKey('PayloadType', places.bundleId),
    plistKey('PayloadIdentifier', `${places.bundleId}.policies`),
    plistKey('PayloadUUID', PAYLOAD_ID),
    plistKey('PayloadVersion', 1),
    plistKey('PayloadDisplayName', 'Umbra'),
    plistKey('Telemetry', 'off'),
    ...examples,
  ].join('\n');
  return plistFile(
    `<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
${indented(payload, 3)}
    </dict>
  </array>
${indented(
  [
    plistKey('PayloadDisplayName', 'Umbra policies'),
    plistKey('PayloadIdentifier', `${places.bundleId}.profile`),
    plistKey('PayloadScope', 'System'),
    plistKey('PayloadType', 'Configuration'),
    plistKey('PayloadUUID', PROFILE_ID),
    plistKey('PayloadVersion', 1),
  ].join('\n'),
  1,
)}
</dict>`,
  );
}
