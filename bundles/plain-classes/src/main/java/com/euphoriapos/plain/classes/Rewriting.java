package com.euphoriapos.plain.classes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** The classes of one jar, and the classes that they get in addition. */
final class Rewriting {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Map<String, List<String>> nests = new LinkedHashMap<>();
    private boolean changed;

    /** The new classes by name. */
    Map<String, byte[]> made() {
        return made;
    }

    /** The new classes that may use the private parts of a class and of what is inside it, by that class. */
    Map<String, List<String>> nests() {
        return nests;
    }

    boolean changed() {
        return changed;
    }

    /** The class without what it asked Java to make for it. Serializable lambdas and concatenations stay as they are. */
    byte[] rewritten(byte[] code) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(code).accept(new Plain(writer), 0);
        return writer.toByteArray();
    }

    /** The host of a nest with further members. */
    static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host).accept(new Host(writer, members), 0);
        return writer.toByteArray();
    }

    private final class Plain extends ClassVisitor {
        private final List<RecordMethod> recordMethods = new ArrayList<>();
        private String name = "";
        private String host = "";
        private int count;

        Plain(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String own,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            name = own;
            host = own;
            super.visit(version, access, own, signature, parent, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(
                    Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String called, String given, Handle maker, Object... arguments) {
                    if (maker.getOwner().equals(LAMBDAS) && maker.getName().equals("metafactory")) {
                        String type = lambda(called, given, arguments);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, type, LambdaClass.MAKE, given, false);
                    } else if (maker.getOwner().equals(RECORDS)) {
                        RecordMethod made = new RecordMethod(name, called, given, arguments);
                        recordMethods.add(made);
                        changed = true;
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, name, made.helper(), given, false);
                    } else {
                        super.visitInvokeDynamicInsn(called, given, maker, arguments);
                    }
                }
            };
        }

        private String lambda(String called, String given, Object[] arguments) {
            count++;
            changed = true;
            String type = name + "$$Plain" + count;
            LambdaClass lambda = new LambdaClass(
                    type, given, called, new LambdaClass.Body((Type) arguments[0], (Handle) arguments[1], (Type)
                            arguments[2]));
            made.put(type, lambda.code(host));
            nests.computeIfAbsent(host, h -> new ArrayList<>()).add(type);
            return type;
        }

        @Override
        public void visitEnd() {
            recordMethods.forEach(method -> method.addTo(cv));
            super.visitEnd();
        }
    }

    /** Adds the members at the one place where the order of a class file has them. */
    private static final class Host extends ClassVisitor {
        private final List<String> members;
        private boolean added;

        Host(ClassVisitor next, List<String> members) {
            super(Opcodes.ASM9, next);
            this.members = members;
        }

        private void add() {
            if (!added) {
                added = true;
                members.forEach(cv::visitNestMember);
            }
        }

        @Override
        public void visitInnerClass(String type, @Nullable String outer, @Nullable String inner, int access) {
            add();
            super.visitInnerClass(type, outer, inner, access);
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(
                String component, String descriptor, @Nullable String signature) {
            add();
            return super.visitRecordComponent(component, descriptor, signature);
        }

        @Override
        public FieldVisitor visitField(
                int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            add();
            return super.visitField(access, field, descriptor, signature, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            add();
            return super.visitMethod(access, method, descriptor, signature, exceptions);
        }

        @Override
        public void visitEnd() {
            add();
            super.visitEnd();
        }
    }
}
