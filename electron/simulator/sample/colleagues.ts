/** Invented people whom Helena meets, by account. */
import type { CompanyKey } from './cast.ts';

interface Circle {
  readonly domain: string;
  readonly names: readonly string[];
}

const circles: Readonly<Record<CompanyKey, Circle>> = {
  nordwall: {
    domain: 'nordwall-energie.example',
    names: [
      'Jonas Wiegand',
      'Katrin Ostermann',
      'Murat Yıldız',
      'Sabine Hollerbach',
      'Tobias Rennert',
      'Anneke de Vos',
      'Piotr Zawadzki',
      'Ines Falkenrath',
      'Daniel Kröger',
      'Luise Amthor',
    ],
  },
  harrow: {
    domain: 'harrowvale.example',
    names: [
      'Oliver Pembridge',
      'Priya Ramanathan',
      'Gareth Llewin',
      'Fiona Castleby',
      'Marcus Adeyinka',
      'Tamsin Wroth',
    ],
  },
  meridor: {
    domain: 'meridor-robotics.example',
    names: [
      'Dana Whitlock',
      'Luis Carranza',
      'Mei-Lin Zhou',
      'Brandon Oakes',
      'Sarah Feldsher',
      'Amit Deshwal',
      'Joy Okonedo',
    ],
  },
  arvensis: {
    domain: 'arvensis-stiftung.example',
    names: ['Reto Ammann', 'Claire Dessaules', 'Urs Bärtschi', 'Giulia Bernasconi', 'Nora Lüthold'],
  },
  outlook: { domain: 'outlook.example', names: ['Petra Sommerlath', 'Jens Uhlig'] },
  family: {
    domain: 'outlook.example',
    names: ['Markus Brandt', 'Lotte Brandt', 'Emil Brandt', 'Oma Inge'],
  },
  advisory: {
    domain: 'brandt-advisory.example',
    names: ['Svenja Kolbe', 'Rafael Monteiro', 'Hanna Lindroth', 'Georg Stahlecker', 'Yara Haddad'],
  },
  kestrel: {
    domain: 'kestrelworks.example',
    names: ['Tyler Vance', 'Aiko Morimura', 'Zach Rosner', 'Leila Farrokh', 'Ben Castellan'],
  },
  private: {
    domain: 'postfach.example',
    names: ['Friederike Jahn', 'Carsten Möhl', 'Beate Quandt-Roth', 'Nils Ahrend'],
  },
};

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** The people of an account's circle. */
export function colleagues(company: CompanyKey): readonly Person[] {
  const { domain, names } = circles[company];
  return names.map((name) => ({ name, email: `${mailName(name)}@${domain}` }));
}

function mailName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/[^a-z -]/g, '')
    .replaceAll(' ', '.');
}
