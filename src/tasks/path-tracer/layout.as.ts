/** The same places as in layout.ts. */
/** The scene's head. `COUNT` is even: the last sphere may be one that no ray meets. */
export const COUNT: i32 = 0;
export const EYE: i32 = 1;
export const RIGHT: i32 = 4;
export const UP: i32 = 7;
export const FORWARD: i32 = 10;
export const LENS: i32 = 13;
export const FOCUS: i32 = 14;
export const HORIZON: i32 = 15;
export const ZENITH: i32 = 18;
export const GLOW_AT: i32 = 21;
export const GLOW: i32 = 24;
/** The window, a rectangle that shines to one side: emission, middle, half its sides, where it faces, area. */
export const WINDOW: i32 = 27;
export const WINDOW_AT: i32 = 30;
export const WINDOW_U: i32 = 33;
export const WINDOW_V: i32 = 36;
export const WINDOW_N: i32 = 39;
export const WINDOW_AREA: i32 = 42;
/** 1 / |u|² and 1 / |v|². */
export const WINDOW_UU: i32 = 43;
export const WINDOW_VV: i32 = 44;
/** Half the width of the bars between its panes, as a share of its side. */
export const BARS: i32 = 45;
export const WIDTH: i32 = 46;
export const HEIGHT: i32 = 47;
/** The ground's two colours, the side of its squares, how it reflects, and how far one sees it. */
export const GROUND: i32 = 48;
export const GROUND_OTHER: i32 = 51;
export const SQUARE: i32 = 54;
export const GROUND_F0: i32 = 55;
export const GROUND_ROUGH: i32 = 56;
export const FADE: i32 = 57;
/** Spheres that shine: how many, and where their numbers stand. */
export const LAMPS: i32 = 58;
export const LAMPS_AT: i32 = 59;
export const MATERIALS_AT: i32 = 60;
/** Six columns of `COUNT` numbers from here: x, y, z, r², 1 / r, material. Even, for loads of two at a time. */
export const SPHERES: i32 = 62;

/** A material: kind, colour, roughness, reflectance at right angles (glass: index of refraction). */
export const MATERIAL: i32 = 6;
export const COLOUR: i32 = 1;
export const ROUGH: i32 = 4;
export const F0: i32 = 5;

export const MATTE: i32 = 0;
export const COATED: i32 = 1;
export const METAL: i32 = 2;
export const GLASS: i32 = 3;
export const LAMP: i32 = 4;

/** The path: where the ray starts and goes, what it met, what is left of its light, what it has gathered. */
export const O: i32 = 0;
export const D: i32 = 3;
export const T: i32 = 6;
export const HIT: i32 = 7;
export const P: i32 = 8;
export const N: i32 = 11;
export const THROUGH: i32 = 14;
export const LIGHT: i32 = 17;
/** Two random numbers, a sine and a cosine, a direction, the cosine of the angle of incidence. */
export const U: i32 = 20;
export const V: i32 = 21;
export const SIN: i32 = 22;
export const COS: i32 = 23;
export const W: i32 = 24;
export const INCIDENCE: i32 = 27;
/** 1: what shines is seen by this ray (it was not asked for light directly before). */
export const SEES: i32 = 28;
/** The pixel's seed and the sample's number, whole numbers; how often the ray was turned. */
export const SEED: i32 = 29;
export const SAMPLE: i32 = 30;
export const DEPTH: i32 = 31;
/** 1: the path has been scattered by something matte, so that what it finds is spread by chance. */
export const SOFT: i32 = 32;
/** What the pixel's samples come to: three whole numbers. */
export const TOTAL: i32 = 33;
/** The lights' chances to be asked; the window is the first. */
export const CHANCES: i32 = 36;
export const MOST_LAMPS: i32 = 24;
export const PATH_NUMBERS: i32 = CHANCES + MOST_LAMPS + 1;

/** What a ray met instead of a sphere. */
export const NOTHING: i32 = -1;
export const THE_GROUND: i32 = -2;
export const THE_WINDOW: i32 = -3;
