// The photo of the flip chart: read into this window, and nowhere else. No request carries it.

const STEPS = [60, 80, 100, 140, 190, 260, 350]; // per cent of the frame's width
const AS_WIDE_AS_THE_FRAME = 2;

export function watchPhoto(part) {
  const chooser = part.querySelector("#photo");
  const frame = part.querySelector("#photo-frame");
  const image = part.querySelector("#photo-image");
  const tools = part.querySelector("#photo-tools");
  let size = AS_WIDE_AS_THE_FRAME;
  let turned = 0;

  const draw = () => {
    image.style.width = `${STEPS[size]}%`;
    image.style.rotate = `${turned}deg`;
  };
  const show = (shown) => {
    frame.hidden = tools.hidden = !shown;
  };
  const actions = {
    bigger: () => (size = Math.min(size + 1, STEPS.length - 1)),
    smaller: () => (size = Math.max(size - 1, 0)),
    turn: () => (turned = (turned + 90) % 360),
    away: () => {
      image.removeAttribute("src");
      chooser.value = "";
      show(false);
      chooser.focus();
    },
  };

  chooser.addEventListener("change", () => {
    const [file] = chooser.files;
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      image.src = reader.result;
      [size, turned] = [AS_WIDE_AS_THE_FRAME, 0];
      draw();
      show(true);
    });
    reader.readAsDataURL(file);
  });
  tools.addEventListener("click", (event) => {
    const action = actions[event.target.dataset.photo];
    if (!action) return;
    action();
    draw();
  });
  part.hidden = false;
}
