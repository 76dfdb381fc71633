/**
 * Where a scene's numbers and a ray's lie. Both kernels work on two plain arrays of doubles: one that holds the
 * scene and is only read, one for the path under way.
 */

/** The scene's head. `COUNT` is even: the last sphere may be one that no ray meets. */
export const COUNT = 0;
export const EYE = 1;
export const RIGHT = 4;
export const UP = 7;
export const FORWARD = 10;
export const LENS = 13;
export const FOCUS = 14;
export const HORIZON = 15;
export const ZENITH = 18;
export const GLOW_AT = 21;
export const GLOW = 24;
/** The window, a rectangle that shines to one side: emission, middle, half its sides, where it faces, area. */
export const WINDOW = 27;
export const WINDOW_AT = 30;
export const WINDOW_U = 33;
export const WINDOW_V = 36;
export const WINDOW_N = 39;
export const WINDOW_AREA = 42;
/** 1 / |u|² and 1 / |v|². */
export const WINDOW_UU = 43;
export const WINDOW_VV = 44;
/** Half the width of the bars between its panes, as a share of its side. */
export const BARS = 45;
export const WIDTH = 46;
export const HEIGHT = 47;
/** The ground's two colours, the side of its squares, how it reflects, and how far one sees it. */
export const GROUND = 48;
export const GROUND_OTHER = 51;
export const SQUARE = 54;
export const GROUND_F0 = 55;
export const GROUND_ROUGH = 56;
export const FADE = 57;
/** Spheres that shine: how many, and where their numbers stand. */
export const LAMPS = 58;
export const LAMPS_AT = 59;
export const MATERIALS_AT = 60;
/** Six columns of `COUNT` numbers from here: x, y, z, r², 1 / r, material. Even, for loads of two at a time. */
export const SPHERES = 62;

/** A material: kind, colour, roughness, reflectance at right angles (glass: index of refraction). */
export const MATERIAL = 6;
export const COLOUR = 1;
export const ROUGH = 4;
export const F0 = 5;

export const MATTE = 0;
export const COATED = 1;
export const METAL = 2;
export const GLASS = 3;
export const LAMP = 4;

/** The path: where the ray starts and goes, what it met, what is left of its light, what it has gathered. */
export const O = 0;
export const D = 3;
export const T = 6;
export const HIT = 7;
export const P = 8;
export const N = 11;
export const THROUGH = 14;
export const LIGHT = 17;
/** Two random numbers, a sine and a cosine, a direction, the cosine of the angle of incidence. */
export const U = 20;
export const V = 21;
export const SIN = 22;
export const COS = 23;
export const W = 24;
export const INCIDENCE = 27;
/** 1: what shines is seen by this ray (it was not asked for light directly before). */
export const SEES = 28;
/** The pixel's seed and the sample's number, whole numbers; how often the ray was turned. */
export const SEED = 29;
export const SAMPLE = 30;
export const DEPTH = 31;
/** 1: the path has been scattered by something matte, so that what it finds is spread by chance. */
export const SOFT = 32;
/** What the pixel's samples come to: three whole numbers. */
export const TOTAL = 33;
/** The lights' chances to be asked; the window is the first. */
export const CHANCES = 36;
export const MOST_LAMPS = 24;
export const PATH_NUMBERS = CHANCES + MOST_LAMPS + 1;

/** What a ray met instead of a sphere. */
export const NOTHING = -1;
export const THE_GROUND = -2;
export const THE_WINDOW = -3;
