/** Entry of every page but the chat: small comforts over pages that work without any script. */
import { startLeaving } from './composer/leaving.js';
import { startAccountMenu } from './shell/account.js';
import { startLook } from './shell/look.js';
import { startPrint } from './shell/print.js';
import { startReveal } from './shell/reveal.js';
import { tellTimesLocally } from './shell/times.js';

startAccountMenu();
startLeaving();
startLook();
startPrint();
startReveal();
tellTimesLocally();
