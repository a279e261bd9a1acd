package com.euphoriapos.plain.classes;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One of the three methods that every record has, as a static method of the record that compares, mixes or names its fields. */
final class RecordMethod {
    private static final String OBJECTS = "java/util/Objects";
    private static final String TEXT = "java/lang/StringBuilder";
    /** Before the fields come the record's class and the names of its fields. */
    private static final int FIRST_FIELD = 2;

    private static final int FACTOR = 31;

    private final String owner;
    private final String method;
    private final String descriptor;
    private final Object[] arguments;

    RecordMethod(String owner, String method, String descriptor, Object[] arguments) {
        this.owner = owner;
        this.method = method;
        this.descriptor = descriptor;
        this.arguments = arguments.clone();
    }

    /** The name of the static method. */
    String helper() {
        return "plain$" + method;
    }

    void addTo(ClassVisitor type) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor m = type.visitMethod(access, helper(), descriptor, null, null);
        m.visitCode();
        switch (method) {
            case "equals" -> equal(m);
            case "hashCode" -> hash(m);
            default -> text(m);
        }
        m.visitEnd();
    }

    private void equal(MethodVisitor m) {
        Label no = new Label();
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitTypeInsn(Opcodes.INSTANCEOF, owner);
        m.visitJumpInsn(Opcodes.IFEQ, no);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitTypeInsn(Opcodes.CHECKCAST, owner);
        m.visitVarInsn(Opcodes.ASTORE, 2);
        for (int i = FIRST_FIELD; i < arguments.length; i++) {
            load(m, 0, i);
            load(m, 2, i);
            unlessEqual(m, type(i), no);
        }
        m.visitInsn(Opcodes.ICONST_1);
        m.visitInsn(Opcodes.IRETURN);
        m.visitLabel(no);
        m.visitFrame(Opcodes.F_FULL, 2, new Object[] {owner, "java/lang/Object"}, 0, new Object[0]);
        m.visitInsn(Opcodes.ICONST_0);
        m.visitInsn(Opcodes.IRETURN);
        m.visitMaxs(4, 3);
    }

    private static void unlessEqual(MethodVisitor m, Type type, Label no) {
        switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> {
                m.visitMethodInsn(
                        Opcodes.INVOKESTATIC, OBJECTS, "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
                m.visitJumpInsn(Opcodes.IFEQ, no);
            }
            case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
                String shape = Type.getMethodDescriptor(Type.INT_TYPE, type, type);
                m.visitMethodInsn(Opcodes.INVOKESTATIC, Values.box(type), "compare", shape, false);
                m.visitJumpInsn(Opcodes.IFNE, no);
            }
            default -> m.visitJumpInsn(Opcodes.IF_ICMPNE, no);
        }
    }

    private void hash(MethodVisitor m) {
        m.visitInsn(Opcodes.ICONST_0);
        for (int i = FIRST_FIELD; i < arguments.length; i++) {
            Type type = type(i);
            boolean simple = type.getSort() < Type.ARRAY;
            m.visitIntInsn(Opcodes.BIPUSH, FACTOR);
            m.visitInsn(Opcodes.IMUL);
            load(m, 0, i);
            String shape = simple ? Type.getMethodDescriptor(Type.INT_TYPE, type) : "(Ljava/lang/Object;)I";
            m.visitMethodInsn(Opcodes.INVOKESTATIC, simple ? Values.box(type) : OBJECTS, "hashCode", shape, false);
            m.visitInsn(Opcodes.IADD);
        }
        m.visitInsn(Opcodes.IRETURN);
        m.visitMaxs(3, 1);
    }

    private void text(MethodVisitor m) {
        String[] names = ((String) arguments[1]).split(";", -1);
        String full = ((Type) arguments[0]).getClassName();
        m.visitTypeInsn(Opcodes.NEW, TEXT);
        m.visitInsn(Opcodes.DUP);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, TEXT, "<init>", "()V", false);
        append(m, full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1) + "[");
        for (int i = FIRST_FIELD; i < arguments.length; i++) {
            append(m, (i > FIRST_FIELD ? ", " : "") + names[i - FIRST_FIELD] + "=");
            load(m, 0, i);
            m.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    TEXT,
                    "append",
                    "(" + appended(type(i)) + ")Ljava/lang/StringBuilder;",
                    false);
        }
        append(m, "]");
        m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, TEXT, "toString", "()Ljava/lang/String;", false);
        m.visitInsn(Opcodes.ARETURN);
        m.visitMaxs(3, 1);
    }

    private static String appended(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
            case Type.BYTE, Type.SHORT -> "I";
            default -> type.getDescriptor();
        };
    }

    private static void append(MethodVisitor m, String text) {
        m.visitLdcInsn(text);
        m.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, TEXT, "append", "(Ljava/lang/String;)Ljava/lang/StringBuilder;", false);
    }

    private void load(MethodVisitor m, int variable, int argument) {
        Handle field = (Handle) arguments[argument];
        m.visitVarInsn(Opcodes.ALOAD, variable);
        m.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
    }

    private Type type(int argument) {
        return Type.getType(((Handle) arguments[argument]).getDesc());
    }
}
