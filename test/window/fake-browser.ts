import { fakeApi, scenes } from './fake-api.ts';

/** Puts the fake program into a page: `/?scene=dense`. */
const wanted = new URLSearchParams(globalThis.location.search).get('scene');
Object.assign(globalThis, { umbra: fakeApi(scenes.find((scene) => scene === wanted) ?? 'rich') });
