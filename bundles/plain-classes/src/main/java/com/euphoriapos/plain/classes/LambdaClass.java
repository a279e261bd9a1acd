package com.euphoriapos.plain.classes;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class that does what a lambda or a method reference does: what was captured in fields, one method, and a maker. */
final class LambdaClass {
    /** The name of the static method that takes what is captured and gives the object. */
    static final String MAKE = "make";

    private static final String ONE = "ONE";
    private static final String NEW = "<init>";
    private static final String OBJECT = "java/lang/Object";

    private final String type;
    private final String given;
    private final String called;
    private final Body body;
    private final Type[] captured;
    private final Type shape;

    /**
     * What a call does.
     *
     * @param erased the method of the interface
     * @param target what is called
     * @param exact the method of the interface with its type arguments filled in
     */
    record Body(Type erased, Handle target, Type exact) {}

    /**
     * @param type the name of the new class
     * @param given the maker's descriptor: what is captured, and the interface
     * @param called the name of the interface's method
     */
    LambdaClass(String type, String given, String called, Body body) {
        this.type = type;
        this.given = given;
        this.called = called;
        this.body = body;
        this.captured = Type.getArgumentTypes(given);
        this.shape = Type.getReturnType(given);
    }

    /** The class file. As a member of the nest it may use what is private there. */
    byte[] code(String nestHost) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER;
        out.visit(Opcodes.V17, access, type, null, OBJECT, new String[] {shape.getInternalName()});
        out.visitNestHost(nestHost);
        constructor(out);
        if (captured.length == 0) {
            single(out);
        } else {
            maker(out);
        }
        call(out);
        out.visitEnd();
        return out.toByteArray();
    }

    private void constructor(ClassWriter out) {
        MethodVisitor m = out.visitMethod(Opcodes.ACC_PRIVATE, NEW, constructorShape(), null, null);
        m.visitCode();
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, NEW, "()V", false);
        int at = 1;
        for (int i = 0; i < captured.length; i++) {
            out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null)
                    .visitEnd();
            m.visitVarInsn(Opcodes.ALOAD, 0);
            m.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), at);
            m.visitFieldInsn(Opcodes.PUTFIELD, type, field(i), captured[i].getDescriptor());
            at += captured[i].getSize();
        }
        end(m, Opcodes.RETURN);
    }

    private void maker(ClassWriter out) {
        MethodVisitor m = out.visitMethod(Opcodes.ACC_STATIC, MAKE, given, null, null);
        m.visitCode();
        m.visitTypeInsn(Opcodes.NEW, type);
        m.visitInsn(Opcodes.DUP);
        int at = 0;
        for (Type value : captured) {
            m.visitVarInsn(value.getOpcode(Opcodes.ILOAD), at);
            at += value.getSize();
        }
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, type, NEW, constructorShape(), false);
        end(m, Opcodes.ARETURN);
    }

    /** Where nothing is captured there is one object, as Java has it. */
    private void single(ClassWriter out) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        out.visitField(access, ONE, shape.getDescriptor(), null, null).visitEnd();
        MethodVisitor first = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        first.visitCode();
        first.visitTypeInsn(Opcodes.NEW, type);
        first.visitInsn(Opcodes.DUP);
        first.visitMethodInsn(Opcodes.INVOKESPECIAL, type, NEW, "()V", false);
        first.visitFieldInsn(Opcodes.PUTSTATIC, type, ONE, shape.getDescriptor());
        end(first, Opcodes.RETURN);
        MethodVisitor m = out.visitMethod(Opcodes.ACC_STATIC, MAKE, given, null, null);
        m.visitCode();
        m.visitFieldInsn(Opcodes.GETSTATIC, type, ONE, shape.getDescriptor());
        end(m, Opcodes.ARETURN);
    }

    private void call(ClassWriter out) {
        Handle target = body.target();
        MethodVisitor m =
                out.visitMethod(Opcodes.ACC_PUBLIC, called, body.erased().getDescriptor(), null, null);
        m.visitCode();
        boolean makes = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (makes) {
            m.visitTypeInsn(Opcodes.NEW, target.getOwner());
            m.visitInsn(Opcodes.DUP);
        }
        arguments(m, taken(target));
        m.visitMethodInsn(
                instruction(target), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        Type result = makes ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
        Type wanted = body.erased().getReturnType();
        if (wanted.getSort() == Type.VOID) {
            if (result.getSize() > 0) {
                m.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
            }
        } else {
            Type exact = body.exact().getReturnType();
            Values.convert(m, result, result, exact);
            Values.convert(m, exact, exact, wanted);
        }
        end(m, wanted.getOpcode(Opcodes.IRETURN));
    }

    private void arguments(MethodVisitor m, List<Type> taken) {
        int next = 0;
        for (int i = 0; i < captured.length; i++) {
            m.visitVarInsn(Opcodes.ALOAD, 0);
            m.visitFieldInsn(Opcodes.GETFIELD, type, field(i), captured[i].getDescriptor());
            Values.convert(m, captured[i], captured[i], taken.get(next++));
        }
        Type[] passed = body.erased().getArgumentTypes();
        Type[] exact = body.exact().getArgumentTypes();
        int at = 1;
        for (int i = 0; i < passed.length; i++) {
            m.visitVarInsn(passed[i].getOpcode(Opcodes.ILOAD), at);
            at += passed[i].getSize();
            Values.convert(m, passed[i], exact[i], taken.get(next++));
        }
    }

    /** What the target takes, the object it is called on first. */
    private static List<Type> taken(Handle target) {
        List<Type> taken = new ArrayList<>();
        if (target.getTag() != Opcodes.H_NEWINVOKESPECIAL && target.getTag() != Opcodes.H_INVOKESTATIC) {
            taken.add(Type.getObjectType(target.getOwner()));
        }
        taken.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        return taken;
    }

    /** Private methods of the nest are called like others. */
    private static int instruction(Handle target) {
        return switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private String constructorShape() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    private static String field(int number) {
        return "c" + number;
    }

    private static void end(MethodVisitor m, int instruction) {
        m.visitInsn(instruction);
        m.visitMaxs(0, 0);
        m.visitEnd();
    }
}
