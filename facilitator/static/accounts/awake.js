// A page at the family's table: it never locks, and while it is open no other tab does.

import { noteTouch } from "./touches.js";

const EVERY = 30_000; // milliseconds

noteTouch();
setInterval(noteTouch, EVERY);
