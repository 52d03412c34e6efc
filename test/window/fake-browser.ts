import { scenes } from './fake-api.ts';
import { pagesApi } from './pages-api.ts';
import { standIn } from './stand-in-marks.ts';

/** Puts the fake program into a page: `/?scene=dense`. */
const wanted = new URLSearchParams(globalThis.location.search).get('scene');
Object.assign(globalThis, { umbra: pagesApi(scenes.find((scene) => scene === wanted) ?? 'rich') });
performance.mark(standIn.ready);
