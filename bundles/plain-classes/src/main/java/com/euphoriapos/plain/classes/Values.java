package com.euphoriapos.plain.classes;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns the value on top of the stack into what the next instruction takes, by the rules for lambdas. */
final class Values {
    private static final List<Type> SIMPLE = List.of(
            Type.BOOLEAN_TYPE,
            Type.CHAR_TYPE,
            Type.BYTE_TYPE,
            Type.SHORT_TYPE,
            Type.INT_TYPE,
            Type.FLOAT_TYPE,
            Type.LONG_TYPE,
            Type.DOUBLE_TYPE);

    private Values() {}

    /**
     * @param have the type that is there
     * @param exact what is known of it beyond that
     * @param want the type that is needed
     */
    static void convert(MethodVisitor m, Type have, Type exact, Type want) {
        boolean haveSimple = have.getSort() < Type.ARRAY;
        boolean wantSimple = want.getSort() < Type.ARRAY;
        if (haveSimple && wantSimple) {
            widen(m, have, want);
        } else if (haveSimple) {
            String box = box(have);
            m.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", "(" + have + ")L" + box + ";", false);
        } else if (wantSimple) {
            unbox(m, have, exact, want);
        } else if (!have.equals(want) && !want.getInternalName().equals("java/lang/Object")) {
            m.visitTypeInsn(Opcodes.CHECKCAST, want.getInternalName());
        }
    }

    private static void unbox(MethodVisitor m, Type have, Type exact, Type want) {
        Type simple = SIMPLE.stream()
                .filter(type -> box(type).equals(exact.getInternalName()))
                .findFirst()
                .orElse(want);
        String box = box(simple);
        if (!have.getInternalName().equals(box)) {
            m.visitTypeInsn(Opcodes.CHECKCAST, box);
        }
        m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, simple.getClassName() + "Value", "()" + simple, false);
        widen(m, simple, want);
    }

    private static void widen(MethodVisitor m, Type from, Type to) {
        if (from.equals(to) || to.getSort() <= Type.INT) {
            return;
        }
        int instruction =
                switch (from.getSort()) {
                    case Type.LONG -> to.equals(Type.FLOAT_TYPE) ? Opcodes.L2F : Opcodes.L2D;
                    case Type.FLOAT -> Opcodes.F2D;
                    default -> fromInt(to);
                };
        m.visitInsn(instruction);
    }

    private static int fromInt(Type to) {
        return switch (to.getSort()) {
            case Type.LONG -> Opcodes.I2L;
            case Type.FLOAT -> Opcodes.I2F;
            default -> Opcodes.I2D;
        };
    }

    /** The class around a simple type. */
    static String box(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.FLOAT -> "java/lang/Float";
            case Type.LONG -> "java/lang/Long";
            default -> "java/lang/Double";
        };
    }
}
