import { CloudRig } from '../kit/cloud-rig.ts';
import { figure, type Figure } from './measure.ts';

const MAILBOXES = 20;
const OCCURRENCES = 250;
const LATENCY_MS = 40;
const BATCH = 20;
/** Graph runs this many requests of a mailbox at once. */
const AT_ONCE = 4;
/** Change feed armed, list read: one page each; the account's calendars once. */
const READS_EACH = 3;
const MINUTE = 60_000;

/** 20 mailboxes that all block each other: requests against the fewest possible, time against the quickest possible. */
export async function mesh(): Promise<readonly Figure[]> {
  const rig = fullMesh();
  rig.latency = () => LATENCY_MS;
  const cpu = process.cpuUsage();
  const from = rig.clock.monotonic();
  const report = await rig.sync();
  const took = rig.clock.monotonic() - from;
  const requests = rig.seen.length;
  const { user, system } = process.cpuUsage(cpu);
  const writesEach = OCCURRENCES * (MAILBOXES - 1);
  if (!report.ok || report.created !== writesEach * MAILBOXES)
    throw new Error(
      `The mesh made ${report.created} blocks and was ${report.ok ? '' : 'not '}well`,
    );
  const batches = Math.ceil(writesEach / BATCH);
  const fewest = MAILBOXES * (READS_EACH + batches);
  const quickest = (READS_EACH + Math.ceil(batches / AT_ONCE)) * LATENCY_MS;
  const settled = await quiet(rig);
  return [
    figure('mesh of 20 × 250, blocks written', report.created, 'blocks'),
    figure('… requests', requests, 'requests'),
    figure('… share of the fewest possible', requests / fewest, '×', 1.15),
    figure('… time on the wire, 40 ms each, of the quickest possible', took / quickest, '×', 1.3),
    figure('… processor time, both clouds included', (user + system) / 1e6, 's'),
    ...settled,
  ];
}

async function quiet(rig: CloudRig): Promise<readonly Figure[]> {
  rig.latency = () => 0;
  rig.clock.advance(2 * MINUTE);
  await rig.sync();
  rig.clock.advance(2 * MINUTE);
  const cpu = process.cpuUsage();
  await rig.sync();
  const { user, system } = process.cpuUsage(cpu);
  return [
    figure(
      'quiet cycle of 20 calendars, requests per calendar',
      rig.seen.length / MAILBOXES,
      'requests',
      1,
    ),
    figure('quiet cycle, processor time', (user + system) / 1e3, 'ms'),
  ];
}

function fullMesh(): CloudRig {
  const rig = new CloudRig(
    Array.from({ length: MAILBOXES }, (_, index) => ({
      label: `M${index}`,
      cloud: 'microsoft' as const,
    })),
  );
  for (let mailbox = 0; mailbox < MAILBOXES; mailbox++) {
    for (let index = 0; index < OCCURRENCES; index++) {
      const at = Date.parse('2026-05-05T06:00:00Z') + index * 5 * 3_600_000 + mailbox * 600_000;
      rig.add(`M${mailbox}/Work`, new Date(at).toISOString().slice(0, 16));
    }
  }
  return rig;
}
