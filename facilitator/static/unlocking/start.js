// Wakes the components that are better with a script. Nothing that is typed here is ever kept.
import { initAll } from "../dist/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
