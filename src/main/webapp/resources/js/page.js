/** Entry of every page but the chat: small comforts over pages that work without any script. */
import { startLeaving } from './composer/leaving.js';
import { startAccountMenu } from './shell/account.js';
import { startBack } from './shell/back.js';
import { startLook } from './shell/look.js';
import { startOnce } from './shell/once.js';
import { startPrint } from './shell/print.js';
import { startReveal } from './shell/reveal.js';
import { startSaid } from './shell/said.js';
import { tell, tellTimesLocally } from './shell/times.js';
import { startTyped } from './shell/typed.js';

/** Whoever signs out is not to be sent to the sign-in page by the line that ends with the session. */
let hangUp = () => {};

startBack();
startAccountMenu();
startLeaving(() => hangUp());
startLook();
startOnce();
startPrint();
startReveal();
startSaid();
tellTimesLocally();
startTyped();
if (document.getElementById('board')) void import('./notices/board.js').then(({ startBoard }) => (hangUp = startBoard(tell)));
