import { describe, expect, it } from 'vitest';
import { maskText } from '../../../../shared/rules/mask.ts';
import { timed } from '../../../kit/event-builder.ts';
import { compiledOf } from './rule-builder.ts';

function shown(title: string, location = '', description = ''): ReturnType<typeof maskText> {
  const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
    text: { title, location, description },
  });
  return maskText(event, compiledOf({ mask: 'details' }), 'Work/A');
}

const teams =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_SECRET%40thread.v2/0?context=%7b%22Tid%22%3a%22SECRET%22%7d';

const links = [
  teams,
  'teams.microsoft.com/l/meetup-join/19%3aSECRET',
  'https://teams.microsoft.com/l/meetup-join/19:SECRET/0?context={"Tid":"SECRET","Oid":"SECRET"}',
  'https://teams.microsoft.com/meet/SECRET?p=SECRET',
  'https://teams.microsoft.com/meetingOptions/?organizerId=SECRET',
  'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19SECRET',
  'https://gov.teams.microsoft.us/l/meetup-join/SECRET',
  'https://dialin.teams.microsoft.com/SECRET?id=SECRET',
  'msteams:/l/meetup-join/SECRET',
  'https://teams.live.com/meet/SECRET',
  'https://aka.ms/JoinTeamsMeeting?omkt=SECRET',
  'https://zoom.us/j/SECRET?pwd=SECRET',
  'HTTPS://Us02Web.Zoom.US/j/SECRET',
  'https://company.zoom.us/my/SECRET',
  'us02web.zoom.us/w/SECRET',
  'zoommtg://zoom.us/join?confno=SECRET',
  'https://zoomgov.com/j/SECRET',
  'https://meet.google.com/SECRET-abc',
  'https://tel.meet/SECRET?pin=SECRET',
  'https://company.webex.com/company/j.php?MTID=SECRET',
  'https://global.gotomeeting.com/join/SECRET',
  'https://meet.goto.com/SECRET',
  'https://whereby.com/SECRET',
  'https://meet.jit.si/SECRET',
  'https://meet.jit.si:443/SECRETä',
  'https://chime.aws/SECRET',
  'https://company.chime.aws/SECRET',
  'https://v.ringcentral.com/join/SECRET',
  'https://bluejeans.com/SECRET',
  'https://join.skype.com/SECRET',
  `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(teams)}&data=SECRET`,
  `https://nam.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent('https://zoom.us/j/SECRET')}`,
  'https://www.google.com/url?q=https://meet.google.com/SECRET&sa=D',
];

describe('a link to join a meeting', () => {
  it.each(links)('[R13] is in no text that is shown: %s', (link) => {
    expect(shown(`Board ${link} tomorrow`, `Room 4, ${link}`, `Join: ${link}.\nBring it`)).toEqual({
      title: 'Board tomorrow',
      location: 'Room 4',
      description: 'Join: .\nBring it',
    });
  });

  it.each(links)('[R13] that is all there is leaves nothing: %s', (link) => {
    expect(shown(link, ` (<${link}>); `, link)).toEqual({
      title: 'Busy',
      location: null,
      description: null,
    });
  });

  it.each([
    ['in angle brackets', (link: string) => `Join now<${link}>`, 'Join now'],
    ['in brackets', (link: string) => `Join (${link}) now`, 'Join now'],
    ['next to a word', (link: string) => `Join:${link}`, 'Join'],
    ['before another', (link: string) => `${link}; ${link}\n${link} Room 4`, 'Room 4'],
    ['in Japanese', (link: string) => `会議は「${link}」です`, '会議は「」です'],
  ])('[R13] goes with its brackets, the words stay: %s', (_, around, left) => {
    for (const link of links) expect(shown('x', '', around(link)).description).toBe(left);
  });

  it('[R13] is known even where hidden characters part it', () => {
    expect(shown('Board https://zo\u0000om.us\u200e/j/SECRET').title).toBe('Board');
  });

  it('[R13] fills no template', () => {
    const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
      text: { title: `Board ${teams}`, location: teams, description: null },
    });
    const mask = { level: 'titleAndLocation' as const, template: '{title} – {location}' };
    expect(maskText(event, compiledOf({ mask }), 'Work/A').title).toBe('Board');
  });
});

describe('what is no link to join a meeting', () => {
  it.each([
    'https://x.example/agenda?a=1&b=2',
    'https://notzoom.us/j/1',
    'https://zoom.us.example/j/1',
    'https://zoom.us/pricing',
    'https://teams.microsoft.com/l/channel/19%3aabc/General',
    'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2Fagenda',
    'Ask zoom.us or webex.com',
    'see https://x.example/100%25; 50 % off %zz %',
    '- : -',
  ])('[R13] stays: %s', (text) => {
    expect(shown('x', text, text)).toEqual({ title: 'x', location: text, description: text });
  });
});

describe('texts that were made to be slow', () => {
  it.each([
    'zoom.us',
    'a.',
    'a',
    'a-',
    '%25',
    'https://',
    'teams.microsoft.com/',
    ')',
    '<',
    ': ',
    '-',
    'zoom.us/j/)',
  ])('[R13] are read once: %j over and over', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    const { description } = shown('x', '', `${text} https://zoom.us/j/SECRET`);
    expect(description ?? '').not.toContain('SECRET');
  });
});
