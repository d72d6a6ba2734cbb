/**
 * Stands in for `konva/lib/Core.js`, which react-konva imports: the parts that a stage with its layers and shapes is made of.
 * Left out is what moves nodes by itself (tweens, animations): the canvas draws its own frames.
 */
import { Container } from "konva/lib/Container.js";
import { DD } from "konva/lib/DragAndDrop.js";
import { Konva as Global } from "konva/lib/Global.js";
import { Group } from "konva/lib/Group.js";
import { Layer } from "konva/lib/Layer.js";
import { Node } from "konva/lib/Node.js";
import { Shape, shapes } from "konva/lib/Shape.js";
import { Stage, stages } from "konva/lib/Stage.js";
import { Util } from "konva/lib/Util.js";

const Konva = Object.assign(Global, {
  // oxlint-disable-next-line no-underscore-dangle
  beginUpdateBatch: () => Node._beginUpdateBatch(),
  Util,
  Node,
  Container,
  Stage,
  stages,
  Layer,
  Group,
  DD,
  Shape,
  shapes,
});

export { Konva, Konva as default };
