// Wakes the components that are better with a script. Every page works without it.
import { initAll } from "../dist/govuk-frontend.min.js";
import "../leading/private_heard.js";
import "./sent_forms.js";

// Any browser that loads a module can run the components; their styles wait for these two names.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
